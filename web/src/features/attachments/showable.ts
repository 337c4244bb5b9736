import type { Attachment } from '@/api/types';

/** Pictures of points, which run nothing; the server has found the type by the content. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export const isPdf = ({ type }: Attachment): boolean => type === 'application/pdf';

/** What can be looked at in the page; everything else is saved. */
export const isShowable = (file: Attachment): boolean => PICTURES.has(file.type) || isPdf(file);

/** In bytes: a document is held in memory as a whole, and more than once while it is read. */
export const LARGEST_PDF = 15_000_000;
