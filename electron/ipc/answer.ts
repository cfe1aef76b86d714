import { AppError, toAppError } from '#shared/errors';
import type { Reply, RequestName, Requests } from '#shared/ipc/contract';
import { requestSchemas } from '#shared/ipc/schemas';
import type { z } from 'zod';
import { errorKind, type Log } from '../main/log';
import type { Caller, Handlers } from './handlers';
import { allowedWhileLocked } from './lock-gate';
import { maySend, type Sender } from './sender-check';

/** Compiles only while every schema yields what the contract promises. */
type ArgsBySchema = { [Name in RequestName]: z.output<(typeof requestSchemas)[Name]> };
type ArgsByContract = { [Name in RequestName]: Requests[Name]['args'] };
type SchemasFitContract = ArgsBySchema extends ArgsByContract ? true : never;
const schemasFitContract: SchemasFitContract = true;

/**
 * One request from check to reply: sender, lock, shape, handler, log. Never throws; a failure keeps its code and is
 * logged by name and kind only, because arguments and messages hold personal data.
 */
export async function answer<Name extends RequestName>(
  name: Name,
  sender: Sender,
  args: readonly unknown[],
  handlers: Handlers,
  log: Log,
  isLocked: () => boolean,
): Promise<Reply<Requests[Name]['result']>> {
  try {
    if (!maySend(sender, name)) throw new AppError('forbiddenSender', { request: name });
    if (isLocked() && !allowedWhileLocked.has(name)) throw new AppError('locked', { request: name });
    const caller: Caller = { windowId: sender.windowId };
    return { ok: true, value: await handlers[name](caller, ...checkArgs(name, args)) };
  } catch (error) {
    const known = toKnownError(error);
    if (known.code !== 'cancelled')
      log('warn', `request ${name} failed: ${known.code} (${errorKind(error)})`);
    return { ok: false, error: known.data };
  }
}

function checkArgs<Name extends RequestName>(name: Name, args: readonly unknown[]): Requests[Name]['args'] {
  const checked = requestSchemas[name].safeParse(args);
  if (!checked.success) {
    // Only the place is told: a value could be a buyer's name.
    const place = checked.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('invalidInput', { request: name, place });
  }
  return (schemasFitContract && checked.data) as Requests[Name]['args'];
}

/** Unknown failures lose their message on the way out: it may hold a path or a name. */
function toKnownError(error: unknown): AppError {
  const known = toAppError(error);
  return known.code === 'unexpected'
    ? new AppError('unexpected', { message: errorKind(error) }, error)
    : known;
}
