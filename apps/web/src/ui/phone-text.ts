const RUSSIAN = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/;

/** A telephone as it is read aloud: `+7 (495) 123-45-67`; numbers of other countries and what is no number stay as they are. */
export const phoneText = (phone: string): string => phone.replace(RUSSIAN, '+7 ($1) $2-$3-$4');
