export * from './client.ts';
export * from './clock-schemas.ts';
export * from './endpoint.ts';
export * from './endpoints.ts';
export * from './problems.ts';
export * from './handling-schemas.ts';
export * from './schemas.ts';
export * from './ticket-command.ts';
