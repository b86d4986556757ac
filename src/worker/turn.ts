/** Calls back in a task of its own, so that messages are answered in between. */
export interface Turn {
  /** Has the callback called after `delay` ms; 0 is as soon as others have had their turn. One that is due stays so. */
  ask(delay: number): void;
  /** Calls back no more. */
  dispose(): void;
}

export function createTurn(call: () => void): Turn {
  const channel = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = false;
  const take = (): void => {
    due = false;
    call();
  };
  channel.port1.onmessage = take;
  return {
    ask(delay) {
      if (due) return;
      due = true;
      // A posted message yields without the 4 ms that browsers add to nested timers.
      if (delay === 0) channel.port2.postMessage(null);
      else timer = setTimeout(take, delay);
    },
    dispose() {
      clearTimeout(timer);
      channel.port1.onmessage = null;
      channel.port1.close();
    },
  };
}
