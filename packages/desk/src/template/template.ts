import type { Text } from '../regulation/regulation.ts';

/** What a template may name, and what each is called. Nothing else is ever put in, and nothing that is put in is read again. */
export const templateVariables = {
  'ticket.number': { ru: 'номер заявки', en: 'ticket number' },
  'ticket.subject': { ru: 'тема заявки', en: 'ticket subject' },
  'contact.name': { ru: 'имя клиента', en: 'customer’s name' },
  'company.name': { ru: 'компания', en: 'company' },
  priority: { ru: 'приоритет', en: 'priority' },
  package: { ru: 'пакет поддержки', en: 'support package' },
  product: { ru: 'продукт', en: 'product' },
  deadline: { ru: 'ближайший срок', en: 'next deadline' },
  'me.name': { ru: 'ваше имя', en: 'your name' },
  'desk.name': { ru: 'служба поддержки', en: 'support desk' },
} as const satisfies Record<string, Text>;

export type TemplateVariable = keyof typeof templateVariables;
export type TemplateValues = Readonly<Record<TemplateVariable, string | null>>;

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: TemplateVariable };

export interface TemplateFault {
  readonly code: 'unknown-variable' | 'not-closed';
  /** What stands between the braces. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Of the first brace, from 1. */
  readonly column: number;
}

export type ParsedTemplate =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  | { readonly ok: false; readonly fault: TemplateFault };

const isVariable = (name: string): name is TemplateVariable => Object.hasOwn(templateVariables, name);

const faultAt = (source: string, at: number, code: TemplateFault['code'], name: string): ParsedTemplate => {
  const lines = source.slice(0, at).split('\n');
  return {
    ok: false,
    fault: { code, name, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
  };
};

/** Reads a template: text with `{{variable}}` in it. The first fault is told with its place. */
export const parseTemplate = (source: string): ParsedTemplate => {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (;;) {
    const open = source.indexOf('{{', from);
    const text = source.slice(from, open === -1 ? undefined : open);
    if (text !== '') parts.push({ kind: 'text', text });
    if (open === -1) return { ok: true, parts };
    const close = source.indexOf('}}', open);
    const name = source.slice(open + 2, close === -1 ? undefined : close).trim();
    if (close === -1) return faultAt(source, open, 'not-closed', name.slice(0, 40));
    if (!isVariable(name)) return faultAt(source, open, 'unknown-variable', name.slice(0, 40));
    parts.push({ kind: 'variable', name });
    from = close + 2;
  }
};

export interface FilledTemplate {
  readonly text: string;
  /** What has no value for this ticket: its name stands in brackets, for whoever writes to mend. */
  readonly missing: readonly TemplateVariable[];
}

/** Puts the values in, once: braces inside a value are text like any other. A value is one line. */
export const fillTemplate = (
  parts: readonly TemplatePart[],
  values: TemplateValues,
  language: keyof Text,
): FilledTemplate => {
  const missing = new Set<TemplateVariable>();
  const said = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    const value = values[part.name]?.trim().replaceAll(/\s+/g, ' ') ?? '';
    if (value !== '') return value;
    missing.add(part.name);
    return `[${templateVariables[part.name][language]}]`;
  });
  return { text: said.join(''), missing: [...missing] };
};

/** What is wrong with a template, and where, for whoever writes it. */
export const templateFaultWords = ({ code, name, line, column }: TemplateFault): Text => {
  const place = { ru: `строка ${line}, знак ${column}`, en: `line ${line}, character ${column}` };
  return code === 'not-closed'
    ? { ru: `Скобки «{{» не закрыты: ${place.ru}.`, en: `“{{” is not closed: ${place.en}.` }
    : {
        ru: `Нет такой переменной: {{${name}}}, ${place.ru}.`,
        en: `There is no such variable: {{${name}}}, ${place.en}.`,
      };
};
