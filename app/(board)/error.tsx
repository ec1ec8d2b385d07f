'use client';

/** Inside the frame: one broken page does not take the messages off the screen. */
export { PageFailed as default } from '@/components/layout/page-failed';
