/** A request to a service beyond this PC. */
export interface ServiceRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** A form that is posted; left out, the address is only fetched. */
  readonly form?: URLSearchParams;
}

export interface ServiceAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly header: (name: string) => string | null;
  readonly text: string;
}

/** The one way out of this PC. Nothing but what a person asked for goes through it. */
export interface ServiceDoor {
  /**
   * Throws `cancelled`, and `unavailable`: `service-offline`, `service-timeout`, `service-answer-cut`. No error has
   * anything of the request in it, which may carry keys.
   */
  ask(request: ServiceRequest, signal: AbortSignal): Promise<ServiceAnswer>;
}

/** Lets the system lock secrets away, for the person who is logged in. */
export interface KeyVault {
  /** False where the system has nothing to do it with: they are then kept for the run only. */
  isUsable(): Promise<boolean>;
  seal(secret: string): Promise<Uint8Array>;
  /** Null for what was sealed by somebody else, or on another PC. */
  open(sealed: Uint8Array): Promise<string | null>;
}
