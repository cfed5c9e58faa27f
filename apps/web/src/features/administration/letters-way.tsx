import { Navigate } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';

/** Letters have a screen of their own, two columns wide. */
export function LettersWay() {
  const { slug } = useDesk();
  return <Navigate to="/d/$desk/letters" params={{ desk: slug }} replace />;
}
