/** The parts of the frame that have to do with the room of the message bar. */
export interface RoomParts {
  /** What stands in the flow for the bar: as high as the bar was when the page settled. */
  readonly stand: HTMLElement;
  /** The bar itself; what is higher than its stand lies over the pane. */
  readonly bar: HTMLElement;
  /** What scrolls under it. */
  readonly pane: HTMLElement;
  /** The first thing in the pane: room to scroll to what the bar lies over. */
  readonly spacer: HTMLElement;
  /** The last thing in the pane: makes a short page long enough to be scrolled by as much. */
  readonly filler: HTMLElement;
}

/** Keeps the page in place while the bar grows and shrinks. */
export interface HeldRoom {
  /** Gives the bar its true room in the flow: moves the page by what it grew or shrank. Only when no hand is at it. */
  settle(): void;
  /** Whether settling would move the page. */
  isSettled(): boolean;
  release(): void;
}

/**
 * The bar grows over the pane. As much as it grows, the pane gets longer on top and is scrolled, so that everything stays
 * where it is and what is covered can be scrolled to. It is let go of again only by what is scrolled out of sight.
 */
export function holdRoom({ stand, bar, pane, spacer, filler }: RoomParts): HeldRoom {
  const height = () => bar.offsetHeight;
  const setRoom = (room: number) => {
    const scroller = scrollerOf(pane);
    const place = scroller.scrollTop;
    const before = spacer.offsetHeight;
    // Less room would pull the page down, unless what goes is out of sight.
    const after = room >= before ? room : before - Math.min(before - room, place);
    if (after === before) return;
    // The browser's own holding on to what is in sight would do it a second time.
    scroller.style.overflowAnchor = 'none';
    spacer.style.height = `${after}px`;
    filler.style.height = '0px';
    filler.style.height = `${after === 0 ? 0 : Math.max(0, scroller.clientHeight + after - filler.offsetTop)}px`;
    scroller.scrollTop = place + after - before;
    requestAnimationFrame(() => {
      scroller.style.overflowAnchor = '';
    });
  };
  const over = () => Math.max(0, height() - stand.offsetHeight);
  const fit = () => {
    setRoom(over());
    // What gets the keyboard is scrolled clear of the bar.
    pane.style.scrollPaddingTop = `${over()}px`;
  };

  stand.style.height = `${height()}px`;
  const observer = new ResizeObserver(fit);
  observer.observe(bar);
  const shrinkUnseen = () => {
    if (spacer.offsetHeight > over()) setRoom(over());
  };
  pane.addEventListener('scroll', shrinkUnseen, { passive: true });
  return {
    settle() {
      const scroller = scrollerOf(pane);
      const place = scroller.scrollTop - spacer.offsetHeight;
      spacer.style.height = '0px';
      filler.style.height = '0px';
      stand.style.height = `${height()}px`;
      scroller.scrollTop = Math.max(0, place);
      pane.style.scrollPaddingTop = '';
    },
    isSettled: () => stand.offsetHeight === height() && spacer.offsetHeight === 0,
    release() {
      observer.disconnect();
      pane.removeEventListener('scroll', shrinkUnseen);
    },
  };
}

// On a flat window the whole page scrolls instead of the pane.
function scrollerOf(pane: HTMLElement): HTMLElement {
  const whole = document.scrollingElement;
  return whole instanceof HTMLElement && whole.scrollHeight > whole.clientHeight ? whole : pane;
}
