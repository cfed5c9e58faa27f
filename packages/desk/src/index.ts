export {
  describeTrail,
  type TrailLine,
  type TrailNames,
  type TrailWords,
} from './certificate/describe-trail.ts';
export { type Cabinet, cabinetOf } from './certificate/cabinet.ts';
export * from './certificate/entitle.ts';
export * from './certificate/life/index.ts';
export * from './clock/index.ts';
export * from './customer/index.ts';
export * from './ids.ts';
export * from './instance/index.ts';
export * from './product/index.ts';
export * from './regulation/index.ts';
export * from './sales/index.ts';
export * from './template/template.ts';
export * from './ticket/index.ts';
