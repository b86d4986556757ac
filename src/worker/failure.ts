/** Errors as they cross between threads: whole, but as plain values. */
import type { Failure } from './protocol';

/** What was thrown, as it crosses. */
export function flatten(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message, stack } = error;
  const { engines, fault, seenOnly } = error as Partial<Pick<Failure, 'engines' | 'fault' | 'seenOnly'>>;
  return {
    name,
    message,
    stack,
    ...(engines && { engines }),
    ...(fault && { fault }),
    ...(seenOnly && { seenOnly }),
  };
}

/** The error on the other side, under the name that it had. */
export function rebuild({ stack, ...parts }: Failure): Error {
  return Object.assign(new Error(parts.message), parts, stack !== undefined && { stack });
}
