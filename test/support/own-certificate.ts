// A server with a certificate that it made for itself, valid but for the trust: made in each run, so that no key is kept anywhere.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer, get } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** `askTrusting`: one request of somebody who trusts this very certificate. */
export type TlsServer = { url: string; askTrusting: () => Promise<void> };

/** Listens on loopback until the test is over. */
export async function serveTls(listener: RequestListener): Promise<TlsServer> {
  const { key, cert } = makeCertificate();
  const server = createServer({ key, cert }, listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const askTrusting = async () => {
    const [answer] = await once(get(url, { ca: cert, agent: false }), "response");
    answer.resume();
    await once(answer, "end");
  };
  return { url, askTrusting };
}

/** For 127.0.0.1, from 2020 to the end of the year 9999. */
function makeCertificate(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const toSign = contentOf(publicKey);
  const signature = bitString(sign("sha256", toSign, privateKey));
  const cert = sequence(toSign, ecdsaWithSha256, signature).toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert}\n-----END CERTIFICATE-----\n`,
  };
}

/** What RFC 5280 calls TBSCertificate. */
function contentOf(publicKey: KeyObject): Buffer {
  const version3 = element(0xa0, element(0x02, Buffer.from([2])));
  const serial = element(0x02, Buffer.from([1]), randomBytes(8));
  const name = sequence(element(0x31, sequence(oid("550403"), element(0x0c, Buffer.from("an impostor")))));
  const validity = sequence(element(0x17, Buffer.from("200101000000Z")), element(0x18, Buffer.from("99991231235959Z")));
  const forAddress = sequence(element(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = element(0xa3, sequence(sequence(oid("551d11"), element(0x04, forAddress))));
  const key = publicKey.export({ type: "spki", format: "der" });
  return sequence(version3, serial, ecdsaWithSha256, name, validity, name, key, extensions);
}

const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));

function oid(hex: string): Buffer {
  return element(0x06, Buffer.from(hex, "hex"));
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, ...parts);
}

function bitString(bytes: Buffer): Buffer {
  return element(0x03, Buffer.from([0]), bytes);
}

/** A value of DER: what it is, how long, and itself. */
function element(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
