/* Only the link line: ICU's headers stay behind CUnicode, whose header shows none of its types. */
