/** Whether a lab trains: where the reader wants it to, and it may. */
export class Turn {
  private allowed = true;
  /** Others have their turn, and this one trains again soon. */
  private waits = false;

  /** @param wanted whether the reader wants it to */
  constructor(private readonly wanted: () => boolean) {}

  /** Whether steps are being taken. */
  get training(): boolean {
    return this.wanted() && this.allowed;
  }

  /** Whether it merely waits for its turn to take steps. */
  get waiting(): boolean {
    return this.wanted() && this.waits;
  }

  /**
   * @param waits whether a lab that may not train may soon
   * @returns whether anything has changed
   */
  allow(allowed: boolean, waits: boolean): boolean {
    if (allowed === this.allowed && waits === this.waits) return false;
    this.allowed = allowed;
    this.waits = waits;
    return true;
  }
}
