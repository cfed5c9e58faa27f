import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePortal } from '../portal/index.ts';
import classes from './back-to-certificates.module.css';
import { useCertificateWords } from './use-words.ts';

/** Above a page about one certificate or inquiry: the way to all of them. */
export function BackToCertificates() {
  const { page: w } = useCertificateWords();
  const { slug } = usePortal();
  return (
    <div className={classes.row}>
      <Link to="/p/$desk/certificates" params={{ desk: slug }} className={classes.back}>
        <IconChevronLeft size={16} stroke={1.8} aria-hidden />
        {w.back}
      </Link>
    </div>
  );
}
