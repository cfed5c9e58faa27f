import { expect, it } from 'vitest';
import { signatureHeaders } from './sign-webhook.ts';

/** The example of the Standard Webhooks specification. */
const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  seconds: 1614265330,
  body: '{"test": 2432232314}',
};

it('signs as the specification’s example', () => {
  expect(signatureHeaders(message, [secret])).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it('signs with every secret in force, the present one first', () => {
  const other = Buffer.alloc(32, 7);
  const [first, second, ...more] = signatureHeaders(message, [other, secret])['webhook-signature'].split(' ');
  expect(first).not.toBe(second);
  expect(second).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(more).toEqual([]);
});
