import type { Role } from '#kernel/actor.ts';

/** One thing that somebody does: a few steps, what to do when it is refused, a picture of its page. */
export interface GuideTask {
  /** Its words: `help.task.<guide>.<word>.title`, `.steps`, `.refused`, `.picture`. */
  readonly word: string;
  /** Its place in the page: `nhan-ho-so`. */
  readonly anchor: string;
  /** The page where it is done. */
  readonly href?: string;
  /** Name of a picture in docs/screens, without its width. */
  readonly picture?: string;
}

/** The help for one kind of work. */
export interface Guide {
  readonly word: string;
  /** In its address: `/huong-dan/tiep-nhan`. */
  readonly slug: string;
  /** Whose work it is; empty: everybody's. */
  readonly roles: readonly Role[];
  readonly tasks: readonly GuideTask[];
}
