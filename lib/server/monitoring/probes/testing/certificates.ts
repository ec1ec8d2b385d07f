import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A test's own authority: its certificate, and more that it signs. */
export interface Authority extends Certificate {
  /** Signs for `localhost` and 127.0.0.1, or for another name, with the validity given. */
  issue(from: Date, to: Date, name?: string): Certificate;
}

const DAY_MS = 86_400_000;

/** Days from now, to the second as certificates have it. */
export function inDays(days: number): Date {
  return new Date(Math.round((Date.now() + days * DAY_MS) / 1_000) * 1_000);
}

/** Makes an authority that nobody else trusts. Certificates are X.509 v3 (RFC 5280), ECDSA with SHA-256. */
export function makeAuthority(): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = distinguished('Test Authority');
  const isAuthority = extension('2.5.29.19', true, der(0x30, der(0x01, [0xff])));
  return {
    cert: certificate({ issuer, subject: issuer, from: inDays(-1), to: inDays(3_650), publicKey: own.publicKey, extensions: isAuthority, signer: own.privateKey }),
    key: pem(own.privateKey),
    issue(from, to, name = 'localhost') {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const address = name === 'localhost' ? der(0x87, [127, 0, 0, 1]) : Buffer.alloc(0);
      const extensions = extension('2.5.29.17', false, der(0x30, Buffer.concat([der(0x82, Buffer.from(name)), address])));
      return { cert: certificate({ issuer, subject: distinguished(name), from, to, publicKey, extensions, signer: own.privateKey }), key: pem(privateKey) };
    },
  };
}

interface Contents {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly from: Date;
  readonly to: Date;
  readonly publicKey: KeyObject;
  readonly extensions: Buffer;
  readonly signer: KeyObject;
}

function certificate({ issuer, subject, from, to, publicKey, extensions, signer }: Contents): string {
  const algorithm = der(0x30, objectId('1.2.840.10045.4.3.2'));
  const serial = randomBytes(8);
  serial[0] = 1;
  const body = der(0x30, Buffer.concat([
    der(0xa0, der(0x02, [2])),
    der(0x02, serial),
    algorithm,
    issuer,
    der(0x30, Buffer.concat([time(from), time(to)])),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, extensions)),
  ]));
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, signer)]));
  const whole = der(0x30, Buffer.concat([body, algorithm, signature])).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function distinguished(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, Buffer.concat([objectId('2.5.4.3'), der(0x0c, Buffer.from(name))]))));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return der(0x30, Buffer.concat([objectId(id), ...(critical ? [der(0x01, [0xff])] : []), der(0x04, value)]));
}

function time(at: Date): Buffer {
  return der(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, [first * 40 + second, ...rest.flatMap(base128)]);
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

/** One DER element: tag, length, contents. */
function der(tag: number, contents: Buffer | readonly number[]): Buffer {
  const body = Buffer.from(contents);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
