import { ActionIcon, Anchor, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import type { ShownImage } from './image-gallery.tsx';
import classes from './image-gallery.module.css';

interface LightboxProps {
  readonly images: readonly ShownImage[];
  readonly start: number;
  readonly onClose: () => void;
}

/** A picture as large as the window, and the way to its neighbours. */
export function Lightbox({ images, start, onClose }: LightboxProps) {
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
