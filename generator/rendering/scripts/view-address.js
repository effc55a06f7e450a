// The address that carries the view of a list, so that it can be shared, reloaded and come back to.

const BETWEEN_WRITES = 350; // ms; browsers allow about three changes of the address a second

export class ViewAddress {
  #written = -BETWEEN_WRITES;
  /** @type {number | undefined} */
  #writing;

  /** @param {HTMLElement} root the list; where it is gone, nothing is written */
  constructor(root) {
    this.root = root;
  }

  /** The first change at once, then not too often. @param {URLSearchParams} query */
  write(query) {
    clearTimeout(this.#writing);
    const path = location.pathname;
    const text = query.toString();
    const wait = BETWEEN_WRITES - (performance.now() - this.#written);
    this.#writing = window.setTimeout(
      () => {
        if (!this.root.isConnected || location.pathname !== path) return;
        this.#written = performance.now();
        history.replaceState(history.state, "", (text ? `?${text}` : path) + location.hash);
      },
      Math.max(0, wait),
    );
  }
}
