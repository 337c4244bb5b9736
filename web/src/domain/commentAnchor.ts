/** Where a comment stands on the page of its request: the part of an address behind `#`. */
export const commentAnchor = (id: string) => `comment-${id}`;
