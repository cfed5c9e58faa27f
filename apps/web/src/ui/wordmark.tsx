import { useI18n } from '../i18n/i18n.tsx';
import classes from './wordmark.module.css';

/** The name of the product with its sign: a paragraph mark that ends in a point. */
export function Wordmark({ large = false }: { readonly large?: boolean }) {
  const { m } = useI18n();
  const size = large ? 32 : 20;
  return (
    <span className={classes.wordmark} data-large={large}>
      <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden>
        <path
          className={classes.sign}
          d="M5 2.5v15M5 3h5.2a4.2 4.2 0 0 1 0 8.4H5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle className={classes.dot} cx="14.6" cy="16.4" r="2.1" />
      </svg>
      {m.product.name}
    </span>
  );
}
