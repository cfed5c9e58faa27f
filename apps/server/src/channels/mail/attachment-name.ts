export { cleanAttachmentName } from '../../text/attachment-name.ts';
