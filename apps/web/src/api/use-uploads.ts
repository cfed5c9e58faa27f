import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadFile, type Uploaded } from './upload-file.ts';

const MAX_FILES = 20;
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** The files that may be added to so many, and why others may not. */
export const fittingFiles = (files: readonly File[], present: number, most = MAX_FILES) => {
  const room = most - present;
  const small = files.filter((file) => file.size <= MAX_FILE_BYTES);
  const trouble = small.length < files.length ? ('fileTooLarge' as const) : null;
  return {
    fit: small.slice(0, Math.max(room, 0)),
    trouble: small.length > room ? ('tooManyFiles' as const) : trouble,
  };
};

export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  readonly error: Error | null;
}

/** Files on their way to the server, of staff or of a customer; each leaves the list once it has arrived. */
export const useUploads = (
  desk: string,
  onDone: (file: Uploaded) => void,
  by: 'staff' | 'customer' = 'staff',
) => {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const controllers = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const running = controllers.current;
    return () => running.forEach((controller) => controller.abort());
  }, []);

  const change = useCallback((key: string, part: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);

  const remove = useCallback((key: string) => {
    controllers.current.get(key)?.abort();
    controllers.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  const run = useCallback(
    async (key: string, file: File) => {
      const controller = new AbortController();
      controllers.current.set(key, controller);
      try {
        const uploaded = await uploadFile({
          desk,
          by,
          file,
          signal: controller.signal,
          onProgress: (share) => change(key, { share }),
        });
        remove(key);
        onDone(uploaded);
      } catch (error) {
        if (!controller.signal.aborted) change(key, { error: error as Error });
      }
    },
    [desk, by, change, remove, onDone],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const fresh = files.map((file) => ({ key: crypto.randomUUID(), file, share: 0, error: null }));
      setUploads((all) => [...all, ...fresh]);
      for (const { key, file } of fresh) void run(key, file);
    },
    [run],
  );

  const retry = useCallback(
    (upload: Upload) => {
      change(upload.key, { error: null, share: 0 });
      void run(upload.key, upload.file);
    },
    [change, run],
  );

  return { uploads, add, remove, retry };
};
