import { ActionIcon, Anchor, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './image-gallery.module.css';

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

interface LightboxProps {
  readonly images: readonly ShownImage[];
  readonly start: number;
  readonly onClose: () => void;
}

function Lightbox({ images, start, onClose }: LightboxProps) {
  const { m } = useI18n();
  const [index, setIndex] = useState(start);
  const image = images[Math.min(index, images.length - 1)];
  if (image === undefined) return null;
  const step = (by: number) => setIndex((index + by + images.length) % images.length);
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
  };
  const isOne = images.length === 1;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isOne ? image.name : `${image.name} · ${m.images.place(index + 1, images.length)}`}
      size="auto"
      centered
      closeButtonProps={{ 'aria-label': m.common.close }}
      onKeyDown={handleKey}
    >
      <div className={classes.stage}>
        <img src={image.src} alt={image.name} />
      </div>
      <div className={classes.tools}>
        {!isOne && (
          <>
            <ActionIcon aria-label={m.images.previous} onClick={() => step(-1)}>
              <IconChevronLeft size={18} stroke={1.8} />
            </ActionIcon>
            <ActionIcon aria-label={m.images.next} onClick={() => step(1)}>
              <IconChevronRight size={18} stroke={1.8} />
            </ActionIcon>
          </>
        )}
        <Anchor href={image.href} download={image.name} size="sm">
          {m.images.download}
        </Anchor>
      </div>
    </Modal>
  );
}
