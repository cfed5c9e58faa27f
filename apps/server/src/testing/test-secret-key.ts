/** What the servers of tests seal secrets with: they have no data folder to keep a key in. */
export const TEST_SECRET_KEY: Buffer = Buffer.alloc(32, 7);
