export { cleanBody, cleanLine, cleanName, cleanText, cutText } from '../../text/clean-text.ts';
