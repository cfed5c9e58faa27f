import { cleanText } from './clean-text.ts';

const NAME_LIMIT_BYTES = 255;
// Controls, bidirectional overrides and isolates, zero-width characters, BOM, soft hyphen, tags.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;
// Names that Windows gives to devices, whatever extension follows.
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

const cutBytes = (text: string, limit: number): string => {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
};

const shorten = (name: string): string => {
  if (byteLength(name) <= NAME_LIMIT_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  // The extension tells people what they open, so it survives the cut, unless it is the long part.
  if (extension === '' || byteLength(extension) > 32) return cutBytes(name, NAME_LIMIT_BYTES);
  return cutBytes(name.slice(0, dot), NAME_LIMIT_BYTES - byteLength(extension)) + extension;
};

/**
 * A file name that is safe to show and to offer for saving: normalised first, then checked, so that
 * nothing dangerous appears by normalising. No invisible or direction-changing characters, no path,
 * no leading dots, no device name, at most 255 bytes of UTF-8.
 * @param fallback returned when nothing is left of the name
 */
export const cleanAttachmentName = (name: string, fallback: string): string => {
  const visible = cleanText(name).replace(INVISIBLE, '');
  const base = visible.split(/[/\\\u2044\u2215\u29f8\uff0f\uff3c]/).at(-1) ?? '';
  const plain = base.replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain === '') return fallback;
  return shorten(DEVICE.test(plain) ? `_${plain}` : plain);
};
