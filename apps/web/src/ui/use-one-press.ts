import { useCallback, useRef, type FormEvent } from 'react';

/** Nobody means two things by presses that are closer together, in milliseconds. */
const APART_MS = 400;

const submitterOf = (event: Event): HTMLElement | null =>
  event instanceof SubmitEvent ? event.submitter : null;

/** Takes a double press of a form's button, or Enter pressed twice, for one: the button is not yet disabled at the second. */
export const useOnePress = (act: () => void) => {
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const pressed = useRef('');
  return useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      // A button that says something else by now is another step, however soon it is pressed.
      const says = submitterOf(event.nativeEvent)?.textContent ?? '';
      const isSecond = says === pressed.current && event.timeStamp - pressedAt.current < APART_MS;
      pressedAt.current = event.timeStamp;
      pressed.current = says;
      // Whoever changes something in between means something else by the next one.
      const forget = () => {
        pressedAt.current = Number.NEGATIVE_INFINITY;
      };
      event.currentTarget.addEventListener('input', forget, { once: true });
      if (!isSecond) act();
    },
    [act],
  );
};
