import { z } from 'zod';

interface ProblemKind {
  readonly status: number;
  readonly title: { readonly ru: string; readonly en: string };
}

/** Every problem the API can answer with. The HTTP status is chosen here and nowhere else. */
export const problemKinds = {
  'malformed-request': { status: 400, title: { ru: 'Запрос не читается', en: 'The request can’t be read' } },
  'malformed-json': {
    status: 400,
    title: { ru: 'Тело запроса не читается как JSON', en: 'The request body is not JSON' },
  },
  'duplicate-key': {
    status: 400,
    title: { ru: 'Ключ в запросе повторяется', en: 'A key stands twice in the request' },
  },
  'bad-cursor': {
    status: 400,
    title: { ru: 'Неверная отметка страницы', en: 'The page cursor is not ours' },
  },
  'idempotency-key-required': {
    status: 400,
    title: { ru: 'Нужен заголовок Idempotency-Key', en: 'The Idempotency-Key header is required' },
  },
  'not-signed-in': { status: 401, title: { ru: 'Войдите в систему', en: 'Sign in first' } },
  'wrong-credentials': {
    status: 401,
    title: { ru: 'Неверная почта или пароль', en: 'Wrong e-mail or password' },
  },
  origin: {
    status: 403,
    title: { ru: 'Запрос пришёл с чужой страницы', en: 'The request came from a foreign page' },
  },
  forbidden: { status: 403, title: { ru: 'Недостаточно прав', en: 'Not allowed' } },
  'second-factor-required': {
    status: 403,
    title: { ru: 'Нужно второе подтверждение входа', en: 'A second factor is required' },
  },
  'not-found': { status: 404, title: { ru: 'Не найдено', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { ru: 'Метод не поддерживается', en: 'Method not allowed' } },
  state: { status: 409, title: { ru: 'Сейчас это сделать нельзя', en: 'Not possible in the present state' } },
  refused: {
    status: 409,
    title: { ru: 'Регламент этого не позволяет', en: 'The regulation does not allow it' },
  },
  'mailbox-unproven': {
    status: 409,
    title: {
      ru: 'Сначала покажите, что почтовый ящик ваш',
      en: 'Show first that the mailbox is yours',
    },
  },
  'still-running': {
    status: 409,
    title: { ru: 'Такой же запрос ещё выполняется', en: 'The same request is still running' },
  },
  'link-over': {
    status: 410,
    title: { ru: 'Ссылка больше не действует', en: 'The link does not work any more' },
  },
  stale: { status: 412, title: { ru: 'Это уже изменили', en: 'It has changed meanwhile' } },
  'too-large': { status: 413, title: { ru: 'Слишком большой запрос', en: 'The request is too large' } },
  'uri-too-long': {
    status: 414,
    title: { ru: 'Адрес длиннее 8 КиБ', en: 'The address is longer than 8 KiB' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { ru: 'Такой вид содержимого не принимается', en: 'Unsupported content type' },
  },
  'invalid-request': { status: 422, title: { ru: 'Проверьте поля', en: 'Check the fields' } },
  'unknown-field': { status: 422, title: { ru: 'Неизвестное поле', en: 'Unknown field' } },
  'too-complex': { status: 422, title: { ru: 'Слишком сложный запрос', en: 'The request is too complex' } },
  'number-range': {
    status: 422,
    title: { ru: 'Число вне допустимых пределов', en: 'A number is out of range' },
  },
  'invalid-text': {
    status: 422,
    title: { ru: 'В тексте есть недопустимые знаки', en: 'The text holds characters that can’t be kept' },
  },
  'idempotency-mismatch': {
    status: 422,
    title: { ru: 'Ключ уже использован с другим запросом', en: 'The key was used with another request' },
  },
  'url-not-allowed': {
    status: 422,
    title: { ru: 'Такой адрес не годится', en: 'This address can’t be used' },
  },
  'wrong-code': {
    status: 422,
    title: { ru: 'Код не подошёл', en: 'The code does not fit' },
  },
  'version-required': {
    status: 428,
    title: { ru: 'Нужен заголовок If-Match', en: 'The If-Match header is required' },
  },
  'rate-limited': {
    status: 429,
    title: { ru: 'Слишком часто, попробуйте позже', en: 'Too many requests, try later' },
  },
  'headers-too-large': {
    status: 431,
    title: { ru: 'Слишком большие заголовки', en: 'The headers are too large' },
  },
  internal: { status: 500, title: { ru: 'Внутренняя ошибка', en: 'Internal error' } },
  unavailable: {
    status: 503,
    title: { ru: 'Временно недоступно, попробуйте ещё раз', en: 'Temporarily unavailable, try again' },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** RFC 9457 with our members: every field error, the request's id, and for 412 what happened meanwhile. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  requestId: z.string(),
  code: z.string(),
  /** Refusal code and clause of the regulation, where one stands behind the answer. */
  refusal: z.string().optional(),
  clause: z.string().optional(),
  allowed: z.array(z.string()).optional(),
  /** Dates to choose from, as `agree-date` takes them: beside a skipped time, or both of one that comes twice. */
  choices: z.array(z.string()).optional(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string().optional() }))
    .optional(),
  current: z
    .object({
      version: z.number().int(),
      changes: z.array(
        z.object({
          at: z.string(),
          actor: z.string().nullable(),
          says: z.object({ ru: z.string(), en: z.string() }),
        }),
      ),
    })
    .optional(),
});
export type Problem = z.infer<typeof problem>;

export const problemType = (code: string): string => `urn:reglament:problem:${code}`;
