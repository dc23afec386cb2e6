type AppErrorParts = {
  code: string;
  status: number;
  /** For the log only. */
  message: string;
  /** What the person may read: what happened and what to do next. */
  publicMessage: string;
  cause?: unknown;
};

/** A fault with a public half and an internal half. `http/on-error` shows the public half and nothing else. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly publicMessage: string;

  constructor(parts: AppErrorParts) {
    super(parts.message, { cause: parts.cause });
    this.name = "AppError";
    this.code = parts.code;
    this.status = parts.status;
    this.publicMessage = parts.publicMessage;
  }
}
