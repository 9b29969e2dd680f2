<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a TEI file as plain text, a line for each block: what a project writes that knows TEI and nothing of this program. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:output method="text"/>
  <xsl:strip-space elements="*"/>
  <xsl:template match="/">
    <xsl:apply-templates select="//TEI/text"/>
  </xsl:template>
  <xsl:template match="ab | cell | closer | docDate | docTitle | head | item | label | p | salute | seg[parent::opener] | speaker
      | back/note | div/note | div/quote | opener/dateline | stamp">
    <xsl:apply-templates/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
