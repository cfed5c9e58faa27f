/** One message between the server and the process that reads letters: JSON, then bytes as they are. */
export interface LetterFrame {
  readonly head: unknown;
  readonly bodies: readonly Uint8Array[];
}

const LENGTH_BYTES = 4;

/** The pieces to write, in order; contents are not copied. */
export const encodeFrame = ({ head, bodies }: LetterFrame): readonly Uint8Array[] => {
  const json = Buffer.from(JSON.stringify({ head, sizes: bodies.map((body) => body.byteLength) }), 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.byteLength);
  return [length, json, ...bodies];
};

/** A buffer of a known size that is filled as bytes come, so that a large letter is in memory once. */
interface Filling {
  readonly bytes: Uint8Array<ArrayBuffer>;
  filled: number;
}

const filling = (size: number): Filling => ({ bytes: new Uint8Array(new ArrayBuffer(size)), filled: 0 });

/** Reads frames from chunks of any size; the returned function is fed every chunk. */
export const frameReader = (onFrame: (frame: LetterFrame) => void): ((chunk: Uint8Array) => void) => {
  let target = filling(LENGTH_BYTES);
  let stage: 'length' | 'json' | 'bodies' = 'length';
  let head: unknown = null;
  let sizes: number[] = [];
  let bodies: Uint8Array[] = [];

  const next = (): void => {
    const size = sizes[bodies.length];
    if (size !== undefined) {
      stage = 'bodies';
      target = filling(size);
      return;
    }
    const frame = { head, bodies };
    stage = 'length';
    target = filling(LENGTH_BYTES);
    bodies = [];
    onFrame(frame);
  };
  const complete = (): void => {
    const { bytes } = target;
    if (stage === 'length') {
      stage = 'json';
      target = filling(new DataView(bytes.buffer).getUint32(0));
      return;
    }
    if (stage === 'json') {
      const message = JSON.parse(Buffer.from(bytes.buffer).toString('utf8')) as {
        head: unknown;
        sizes: number[];
      };
      head = message.head;
      sizes = message.sizes;
    } else bodies.push(bytes);
    next();
  };
  return (chunk) => {
    let taken = 0;
    while (taken < chunk.byteLength || target.filled === target.bytes.byteLength) {
      const part = chunk.subarray(taken, taken + target.bytes.byteLength - target.filled);
      target.bytes.set(part, target.filled);
      target.filled += part.byteLength;
      taken += part.byteLength;
      if (target.filled < target.bytes.byteLength) return;
      complete();
    }
  };
};
