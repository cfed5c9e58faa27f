export {
  allowedOnInquiry,
  decideInquiry,
  type InquiryAction,
  type InquiryCommand,
  type InquiryWorld,
} from './decide-inquiry.ts';
export { describeInquiryEvent, type InquiryNames } from './describe-inquiry-event.ts';
export { evolveInquiry, type InquiryEvent, type InquiryFacts } from './inquiry-events.ts';
export { inquiryNoticesOf, mayTellAddressee, type InquiryNotice } from './inquiry-notices.ts';
export {
  inquiryRefusalTexts,
  inquiryRefusalWords,
  type InquiryRefusal,
  type InquiryRefusalCode,
} from './inquiry-refusals.ts';
export { districtNames, inquiryMark, topicNames, unroutedTexts } from './inquiry-words.ts';
export type { Inquiry, InquiryState, InquiryTopic, UnroutedReason } from './inquiry.ts';
export { addresseesOf, routeInquiry, type InquiryRoute } from './route-inquiry.ts';
