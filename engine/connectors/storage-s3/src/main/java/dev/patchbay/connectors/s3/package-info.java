/** Files as objects of a bucket, by the protocol of Amazon S3 that many servers speak. */
@NullMarked
package dev.patchbay.connectors.s3;

import org.jspecify.annotations.NullMarked;
