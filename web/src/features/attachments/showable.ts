import type { Attachment } from '@/api/types';

/** Pictures of points, which run nothing; the server has found the type by the content. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** What can be looked at in the page; everything else is saved. */
export const isShowable = ({ type }: Attachment): boolean => PICTURES.has(type);
