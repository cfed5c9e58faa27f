import { addressOf, endpoints, ProblemError, type Problem, type ReplyOf } from '@reglament/contract';
import { readLanguage } from '../i18n/language.ts';

export type Uploaded = ReplyOf<typeof endpoints.uploadAttachment>;

interface Options {
  readonly desk: string;
  readonly by: 'staff' | 'customer';
  readonly file: File;
  /** 0..1 */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Uploads one file. XMLHttpRequest, because fetch does not tell how much has been sent. */
export const uploadFile = ({ desk, by, file, onProgress, signal }: Options): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const to = by === 'staff' ? endpoints.uploadAttachment : endpoints.uploadPortalFile;
    request.open('POST', addressOf(to, { desk }));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', readLanguage());
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response as Uploaded);
      else
        reject(
          request.response === null
            ? new TypeError('no answer')
            : new ProblemError(request.response as Problem),
        );
    });
    request.addEventListener('error', () => reject(new TypeError('network')));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
