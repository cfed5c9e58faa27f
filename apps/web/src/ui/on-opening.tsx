import { lazy, Suspense, type ComponentType } from 'react';

/** A dialog whose code comes when it is first opened: the page begins without it. */
export const onOpening = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props) => (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
};
