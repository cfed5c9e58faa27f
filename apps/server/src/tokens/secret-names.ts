/** What the sealed secret of somebody's authenticator app belongs to: it opens for no other. */
export const totpSecretName = (personId: string): string => `totp ${personId}`;

/** What the sealed secret of a webhook belongs to. */
export const webhookSecretName = (webhookId: string): string => `webhook ${webhookId}`;
