// A worker of its own, which libraries ship with this ending.
export {};
