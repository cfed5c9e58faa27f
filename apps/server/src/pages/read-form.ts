import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { cleanAttachmentName } from '../text/attachment-name.ts';
import { cleanBody, cleanLine, cutText } from '../text/clean-text.ts';
import type { CustomerFile } from '../use-cases/customer-action.ts';

export const TEXT_LIMIT_BYTES = 100_000;
export const FILE_LIMIT = 10;
export const FILES_LIMIT_BYTES = 50 * 1024 * 1024;
const FIELD_LIMIT_BYTES = 1024 * 1024;
const FIELDS_LIMIT = 60;
const PARTS_LIMIT = 200;
const VALUE_LIMIT = 500;
const NAME_LIMIT = 1000;
/** What is too large is still read up to here, so that the browser gets an answer and the text comes back to its form. */
const DRAINED_BYTES = 4 * FILES_LIMIT_BYTES;

export type FormProblem = 'text-too-long' | 'too-many-files' | 'files-too-large';

export interface ReadForm {
  readonly text: string;
  /** Values of the other inputs, cleaned, at most 500 characters each. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly CustomerFile[];
  /** null: within the limits. */
  readonly problem: FormProblem | null;
  readonly hadFiles: boolean;
  /** Hash of everything sent but the form's key. */
  readonly requestHash: string;
}

/** Thrown when more is sent than is worth reading. */
export class FormTooLarge extends Error {
  readonly statusCode = 413;
}

/** Thrown when what was sent is no form, or half of one. */
class FormUnreadable extends Error {
  readonly statusCode = 400;
}

interface Reading {
  text: string;
  readonly fields: Record<string, string>;
  readonly files: CustomerFile[];
  problem: FormProblem | null;
  bytes: number;
  seen: number;
}

const readFile = async (reading: Reading, part: MultipartFile): Promise<void> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    reading.bytes += chunk.length;
    if (reading.bytes > DRAINED_BYTES) throw new FormTooLarge('more than is worth reading');
    if (reading.bytes > FILES_LIMIT_BYTES) reading.problem ??= 'files-too-large';
    if (reading.problem === null) chunks.push(chunk);
  }
  // A browser sends an empty part for a picker that nothing was picked in.
  if (part.filename === '' && size === 0) return;
  reading.seen += 1;
  if (reading.seen > FILE_LIMIT) reading.problem ??= 'too-many-files';
  if (reading.problem !== null) {
    reading.files.length = 0;
    return;
  }
  const content = Buffer.concat(chunks);
  const originalName = cutText(cleanLine(part.filename), NAME_LIMIT);
  reading.files.push({
    name: cleanAttachmentName(part.filename, `file-${reading.seen}`),
    originalName,
    type: cutText(cleanLine(part.mimetype), 200),
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  });
};

const readValue = (reading: Reading, name: string, value: string): void => {
  if (name === 'text') {
    reading.text = cleanBody(value);
    if (Buffer.byteLength(reading.text) > TEXT_LIMIT_BYTES) reading.problem ??= 'text-too-long';
    return;
  }
  // Inputs of ours have names of letters; anything else is somebody's experiment.
  if (/^[a-z][a-z0-9-]{0,60}$/.test(name))
    reading.fields[name] = cutText(cleanBody(value).trim(), VALUE_LIMIT);
};

const hashOf = ({ text, fields, files }: Reading): string => {
  const { key: _key, ...told } = fields;
  const sorted = Object.entries(told).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([text, sorted, files.map(({ name, sha256 }) => [name, sha256])]))
    .digest('hex');
};

/**
 * Reads a form of the status page. Limits are told, not thrown, so that what was typed can be shown again.
 *
 * @throws FormTooLarge beyond four times the limit; an error with statusCode when it is no form at all.
 */
export const readForm = async (request: FastifyRequest): Promise<ReadForm> => {
  const reading: Reading = {
    text: '',
    fields: Object.create(null) as Record<string, string>,
    files: [],
    problem: null,
    bytes: 0,
    seen: 0,
  };
  const limits = {
    fieldSize: FIELD_LIMIT_BYTES,
    fields: FIELDS_LIMIT,
    files: PARTS_LIMIT,
    parts: PARTS_LIMIT,
    fileSize: DRAINED_BYTES,
  };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') await readFile(reading, part);
      else if (typeof part.value === 'string') readValue(reading, part.fieldname, part.value);
    }
  } catch (error) {
    // The reader's own refusals name their status; what the parser below it throws does not.
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new FormUnreadable('not a form', { cause: error });
  }
  const { text, fields, files, problem } = reading;
  return { text, fields, files, problem, hadFiles: reading.seen > 0, requestHash: hashOf(reading) };
};
