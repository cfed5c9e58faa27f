import { type AuditEntry, insertAudit } from '../store/audit.ts';
import type { Context } from './context.ts';

/** Keeps who was refused what. */
export const recordAudit = (context: Context, entry: Omit<AuditEntry, 'auditId' | 'at'>): Promise<void> =>
  insertAudit(context.db.plain, { ...entry, auditId: context.newId(), at: context.now() });

/** `a***@firm.example`: enough to see a pattern, too little to be a person's record. */
export const maskedEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
};
