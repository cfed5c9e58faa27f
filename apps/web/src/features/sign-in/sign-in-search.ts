/** What the address of the sign-in says. */
export interface SignInSearch {
  /** Where to go afterwards: an address of ours. */
  readonly to?: string;
  /** A session ended under an open page. */
  readonly expired?: boolean;
  /** They are signed in, but not for the desk where they want to go. */
  readonly elsewhere?: boolean;
  /** How, when not by a password. */
  readonly by?: 'link' | 'reset';
  readonly email?: string;
  /** The desk whose customer somebody wants to be. */
  readonly desk?: string;
}

const isOurs = (to: string): boolean => /^\/(?![/\\])/.test(to);

export const readSignInSearch = (search: Readonly<Record<string, unknown>>): SignInSearch => {
  const { to, expired, elsewhere, by, email, desk } = search;
  return {
    ...(typeof to === 'string' && isOurs(to) ? { to } : {}),
    ...(expired === true ? { expired } : {}),
    ...(elsewhere === true ? { elsewhere } : {}),
    ...(by === 'link' || by === 'reset' ? { by } : {}),
    ...(typeof email === 'string' && email.length <= 254 ? { email } : {}),
    ...(typeof desk === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(desk) ? { desk } : {}),
  };
};
