import { useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './image-gallery.module.css';
import { onOpening } from './on-opening.tsx';

const Lightbox = onOpening(async () => (await import('./lightbox.tsx')).Lightbox);

export interface ShownImage {
  readonly name: string;
  /** Where it is shown from. */
  readonly src: string;
  /** Where it is downloaded from. */
  readonly href: string;
}

/** Small pictures of a message; pressed, each is shown as large as the window, arrows go to the next. */
export function ImageGallery({ images }: { readonly images: readonly ShownImage[] }) {
  const { m } = useI18n();
  const [open, setOpen] = useState<number | null>(null);
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const sound = images.filter(({ src }) => !broken.has(src));
  if (sound.length === 0) return null;
  const handleBroken = (src: string) => setBroken((old) => new Set([...old, src]));
  return (
    <>
      <ul className={classes.list} aria-label={m.images.title}>
        {sound.map(({ name, src }, index) => (
          <li key={src}>
            <button
              type="button"
              className={classes.thumb}
              aria-label={m.images.open(name)}
              onClick={() => setOpen(index)}
            >
              <img src={src} alt="" loading="lazy" onError={() => handleBroken(src)} />
            </button>
          </li>
        ))}
      </ul>
      {open !== null && <Lightbox images={sound} start={open} onClose={() => setOpen(null)} />}
    </>
  );
}
