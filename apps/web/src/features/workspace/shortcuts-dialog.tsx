import { Modal } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './shortcuts-dialog.module.css';

/** Every key of the workspace, by where it works. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { m } = useI18n();
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.shortcuts.title}
      size={620}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      <p className={classes.about}>{m.shortcuts.about}</p>
      <div className={classes.groups}>
        {m.shortcuts.groups.map(({ name, keys }) => (
          <section key={name}>
            <h3 className={classes.heading}>{name}</h3>
            <dl className={classes.keys}>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
