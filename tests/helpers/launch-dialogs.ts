import type { DialogAnswer, DialogRequest, PrintAnswer } from '../host/control';
import type { DialogScript, QueuedAnswer } from './launch-types';

/** The seller's answers to native dialogs, prepared by a test. A dialog nobody prepared for is an error. */
export class DialogAnswers {
  readonly seen: DialogRequest[] = [];
  script: DialogScript | null = null;
  readonly #queued: QueuedAnswer[] = [];

  queue(answer: QueuedAnswer): void {
    this.#queued.push(answer);
  }

  #take(kind: QueuedAnswer['kind']): QueuedAnswer | undefined {
    const at = this.#queued.findIndex((answer) => answer.kind === kind);
    return at === -1 ? undefined : this.#queued.splice(at, 1)[0];
  }

  answer(request: DialogRequest): DialogAnswer {
    this.seen.push(request);
    if (request.kind === 'error') return {};
    const queued = this.#take(request.kind);
    if (queued !== undefined && queued.kind !== 'print') {
      const { kind: _kind, ...answer } = queued;
      return answer;
    }
    const scripted = this.script?.(request);
    if (scripted !== undefined) return scripted;
    throw new Error(
      `the test prepared no answer for a ${request.kind} dialog: ${JSON.stringify(request.options)}`,
    );
  }

  /** Printing succeeds unless a test prepared something else. */
  answerPrint(): PrintAnswer {
    const queued = this.#take('print');
    if (queued === undefined || queued.kind !== 'print') return { success: true, failureReason: '' };
    const success = queued.success ?? true;
    return { success, failureReason: queued.failureReason ?? (success ? '' : 'Print job canceled') };
  }
}
