// Prints the address of a Redis or Valkey on loopback; exits 1 where there is none.
import { Redis } from "ioredis";

const url = "redis://127.0.0.1:6379";
const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2_000 });
redis.on("error", () => {});
try {
  await redis.connect();
  await redis.ping();
  console.log(url);
} catch {
  process.exitCode = 1;
}
redis.disconnect();
