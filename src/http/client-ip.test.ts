import { expect, test } from "vitest";
import { clientIp, networkOf, trustedProxies } from "./client-ip.ts";

const trusted = trustedProxies(["10.0.0.0/8", "::1"]);

test.each([
  ["without a proxy, the peer counts", "203.0.113.7", undefined, "203.0.113.7"],
  ["what an untrusted peer claims counts for nothing", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["behind a trusted proxy, its peer counts", "10.0.0.5", "203.0.113.7", "203.0.113.7"],
  ["only the last untrusted hop is believed", "10.0.0.5", "6.6.6.6, 203.0.113.7, 10.0.0.9", "203.0.113.7"],
  ["an IPv4 peer on an IPv6 socket is the same peer", "::ffff:10.0.0.5", "203.0.113.7", "203.0.113.7"],
  ["a proxy that says nothing is the visitor", "10.0.0.5", undefined, "10.0.0.5"],
  ["a proxy that says nonsense is the visitor", "10.0.0.5", "unknown", "10.0.0.5"],
  ["IPv6 works alike", "::1", "2001:db8::7", "2001:db8::7"],
  ["no address at all is no address", undefined, "203.0.113.7", ""],
])("%s", (_, peer, forwardedFor, address) => {
  expect(clientIp(peer, forwardedFor, trusted)).toBe(address);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1::/64"],
  ["2001:db8:0:1::9", "2001:db8:0:1::/64"],
  ["2001:0DB8::9", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", ""],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
