import { describe, expect, it } from 'vitest';
import { ProblemAnswer } from '../http/problem-reply.ts';
import { errorPage, errorStatus } from './error-page.ts';

const withFields = (fields: object): Error => Object.assign(new Error('canary-inside'), fields);

describe('pages for what went wrong', () => {
  it.each([
    [withFields({ code: 'ECONNREFUSED' }), 503],
    [withFields({ code: '57P01' }), 503],
    [new Error('timeout exceeded when trying to connect'), 503],
    [withFields({ statusCode: 413 }), 413],
    [withFields({ statusCode: 429 }), 429],
    [withFields({ statusCode: 415 }), 400],
    [new ProblemAnswer('malformed-json'), 400],
    [new ProblemAnswer('uri-too-long'), 414],
    [withFields({ code: '23505' }), 500],
    [withFields({ statusCode: 599 }), 500],
    ['no error at all', 500],
  ])('%s gets %i', (error, status) => {
    expect(errorStatus(error)).toBe(status);
  });

  it.each([400, 403, 404, 413, 414, 429, 500, 503])('%i says what to do in both languages', (status) => {
    const ru = errorPage(status, 'ru', 'n', null);
    const en = errorPage(status, 'en', 'n', null);
    expect(ru).toMatch(/<h1>[А-Я][^<]+<\/h1><p>[А-Я][^<]+\.<\/p>/u);
    expect(en).toMatch(/<h1>[A-Z][^<]+<\/h1><p>[A-Z][^<]+\.<\/p>/u);
  });

  it('names the request only where people may be asked for it', () => {
    expect(errorPage(500, 'ru', 'n', 'request-7')).toContain('Номер запроса: request-7');
    expect(errorPage(404, 'ru', 'n', null)).not.toContain('Номер запроса');
  });
});
